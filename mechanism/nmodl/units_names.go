package nmodl

// primitives are the units that have no definition, in the order of dimension.
var primitives = []string{"m", "kg", "sec", "coul", "candela", "K", "bit"}

// prefixes of units, in the order in which NEURON tries them.
var prefixes = []struct {
	name   string
	factor float64
}{
	{"atto", 1e-18}, {"femto", 1e-15}, {"pico", 1e-12}, {"nano", 1e-9}, {"micro", 1e-6}, {"milli", 1e-3},
	{"centi", 1e-2}, {"deci", 1e-1}, {"deka", 10}, {"hecta", 1e2}, {"hecto", 1e2}, {"kilo", 1e3},
	{"mega", 1e6}, {"meg", 1e6}, {"giga", 1e9}, {"tera", 1e12}, {"peta", 1e15}, {"exa", 1e18},
	{"zetta", 1e21}, {"yotta", 1e24},
}

// definitions gives units by other units: the physical ones of NEURON's
// library (no currencies and no measures of trade), with its constants of
// CODATA 2018.
var definitions = map[string]string{
	// Numbers and angles.
	"fuzz": "1", "two": "2", "pi": "3.14159265358979323846", "percent": "0.01", "%": "0.01", "dozen": "12", "gross": "144",
	"radian": "0.5/pi", "degree": "0.0055555555555555555 pi-radian", "circle": "2 pi-radian", "turn": "2 pi-radian",
	"revolution": "turn", "rev": "turn", "grade": "0.9 degree", "arcdeg": "degree", "arcmin": "0.016666666666666666 arcdeg",
	"arcsec": "0.016666666666666666 arcmin", "steradian": "radian2", "sr": "steradian", "sphere": "4 pi-steradian", "spat": "4 pi sr",

	// Time and frequency.
	"second": "sec", "s": "sec", "ms": "millisec", "us": "microsec", "ns": "nanosec", "sigma": "microsec",
	"minute": "60 sec", "min": "minute", "hour": "60 min", "hr": "hour", "day": "24 hr", "da": "day", "week": "7 day",
	"year": "365.24219879 day", "yr": "year", "month": "0.083333333333333333 year", "mo": "month", "decade": "10 yr", "century": "100 year",
	"hertz": "/sec", "Hz": "hertz", "hz": "hertz", "khz": "1000 /sec", "mhz": "1000000 /sec", "fresnel": "1e12 hertz",
	"rpm": "rev/minute", "rps": "rev/sec", "pulsatance": "2 pi/sec",
	"curie": "3.7e10 /sec", "becquerel": "2.7027027027027027e-11 curie", "rutherford": "1000000 /sec",

	// Mass.
	"gram": "millikg", "gm": "gram", "mg": "milligram", "gramme": "gram", "metricton": "kilokg", "tonne": "1000000 gm", "key": "kg",
	"atomicmassunit": "1.66044e-27 kg", "amu": "atomicmassunit", "dalton": "amu", "lb": "0.45359237 kg", "pound": "lb",
	"ounce": "0.0625 lb", "oz": "ounce", "electronmass": "9.1095e-31 kg", "protonmass": "1.6726e-27 kg", "neutronmass": "1.6606e-27 kg",

	// Length, area and volume.
	"meter": "m", "metre": "meter", "cm": "centimeter", "mm": "millimeter", "km": "kilometer", "nm": "nanometer",
	"micron": "micrometer", "angstrom": "decinanometer", "fermi": "1e-15 m",
	"inch": "2.54 cm", "in": "inch", "foot": "12 in", "feet": "foot", "ft": "foot", "yard": "3 ft", "yd": "yard",
	"mile": "5280 ft", "mi": "mile", "mil": "0.001 in", "nmile": "1852 m", "au": "1.49597871e11 m", "astronomicalunit": "au",
	"lightyear": "c-yr", "parsec": "au-radian/arcsec", "pc": "parsec",
	"barn": "1e-28 m2", "are": "100 m2", "hectare": "10000 m2", "acre": "4840 yd2",
	"cc": "cm3", "liter": "kilocc", "litre": "liter", "ml": "milliliter", "stere": "m3", "drop": "0.03 cm3",
	"gallon": "231 in3", "gal": "gallon", "quart": "0.25 gal", "qt": "quart", "pint": "0.5 qt", "pt": "pint", "cup": "0.5 pt",

	// Force, pressure, energy and power.
	"newton": "kg-m/sec2", "nt": "newton", "N": "newton", "dyne": "cm-gm/sec2", "force": "g", "lbf": "lb g", "sthene": "1000 nt",
	"pascal": "nt/m2", "bar": "100000 nt/m2", "barie": "0.1 nt/m2", "barye": "0.1 nt/m2", "atmosphere": "101325 nt/m2", "atm": "atmosphere",
	"mercury": "133322 kg/m2-sec2", "hg": "mercury", "torr": "mm hg", "psi": "lb-g/in2", "pieze": "1000 nt/m2",
	"joule": "nt-m", "erg": "cm2-gm/sec2", "cal": "4.1868 joule", "calorie": "cal", "kcal": "kilocal", "kcalorie": "kilocal",
	"electronvolt": "e-volt", "ev": "e-volt", "eV": "e V", "kev": "1000 e-volt", "bev": "1e9 e-volt", "rydberg": "13.6054 ev",
	"britishthermalunit": "1055.06 joule", "btu": "britishthermalunit", "watt": "joule/sec", "horsepower": "550 ft-lb-g/sec", "hp": "horsepower",
	"poise": "gm/cm-sec", "stoke": "0.0001 m2/sec", "rhe": "10 m2/nt-sec", "rad": "100 erg/gm", "rontgen": "2.58e-4 curie/kg", "sievert": "8.4 rontgen",

	// Electricity, magnetism and light.
	"coulomb": "coul", "C": "coul", "ampere": "coul/sec", "amp": "ampere", "volt": "watt/amp", "V": "volt",
	"ohm": "volt/amp", "mho": "/ohm", "siemens": "/ohm", "farad": "coul/volt", "henry": "sec2/farad", "weber": "volt-sec",
	"tesla": "weber/m2", "gauss": "0.0001 weber/m2", "gamma": "1e-9 weber/m2", "maxwell": "1e-8 weber", "oersted": "250 pi-amp/m", "oe": "oersted",
	"gilbert": "0.795775 amp", "biot": "10 amp", "franklin": "3.33564e-10 coul", "debye": "3.336e-30 coul-m",
	"statcoul": "3.3356409519815204e-10 coul", "statcoulomb": "statcoul", "statamp": "3.3356409519815204e-10 amp", "statampere": "statamp",
	"statvolt": "299.792458 volt", "kilohm": "kiloohm", "megohm": "megaohm", "pf": "picofarad", "mh": "millihenry",
	"cd": "candela", "candle": "1.02 candela", "lumen": "cd sr", "lux": "cd sr/m2", "phot": "lumen/cm2", "nit": "cd/m2", "stilb": "cd/cm2",
	"lambert": "cd/pi-cm2", "footcandle": "lumen/ft2", "nox": "0.001 lux",

	// Temperature and information.
	"degC": "K", "kelvin": "K", "degF": "0.5555555555555556 degC", "baud": "bit/sec", "byte": "8 bit",
	"kbyte": "1024 byte", "megabyte": "1024 kbyte", "gigabyte": "1024 megabyte",

	// Speed and the constants of nature.
	"c": "2.99792458e8 m/sec", "g": "9.80665 m/sec2", "galileo": "0.01 m/sec2", "mach": "331.46 m/sec", "knot": "nmile/hr", "mph": "mile/hr",
	"mole": "6.02214076e23", "e": "1.602176634e-19 coul", "energy": "c2", "water": "gram g/cc",
	"faraday": "e-mole", "boltzmann": "1.380649e-23 joule/K", "k": "boltzmann", "gasconstant": "k-mole", "R": "gasconstant",
	"planck": "6.62607015e-34 joule-sec", "hbar": "0.15915494309189535 planck",
}
