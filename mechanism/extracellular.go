package mechanism

// Layers is the number of layers outside of a membrane that has extracellular:
// layer 0 touches the membrane, the last one is connected to ground.
const Layers = 2

// Extracellular is the name of the mechanism that puts layers of resistors and
// capacitors outside of the membrane, instead of ground.
const Extracellular = "extracellular"

// Columns of the table of extracellular. Where there are two, the second one is
// that of layer 1.
const (
	ExtAxial   = 0                 // xraxial: resistance along the layer [MOhm/cm]
	ExtG       = ExtAxial + Layers // xg: conductance from the layer to the next one, or to ground [S/cm2]
	ExtC       = ExtG + Layers     // xc: capacitance beside xg [uF/cm2]
	ExtE       = ExtC + Layers     // e: battery between the last xg and ground [mV]
	ExtCurrent = ExtE + 1          // i_membrane: current through the membrane, capacitive current included [mA/cm2]
	ExtV       = ExtCurrent + 1    // vext: potential of the layer [mV]
	ExtA       = ExtV + Layers     // coupling along the layer to the parent, as seen by the parent [S/cm2]
	ExtB       = ExtA + Layers     // coupling along the layer to the parent, as seen by the node [S/cm2]
	numExt     = ExtB + Layers
)

// ExtracellularType is the type of extracellular. It has no equations in NMODL:
// like an ion it is storage, and its equations are the solver's.
var ExtracellularType = extracellularType()

func extracellularType() *Type {
	positive := &Limits{0, 1e15}
	return &Type{Name: Extracellular, Kind: Density, UseTable: -1, Columns: numExt,
		Title: "layers of resistance and capacitance outside of the membrane",
		Vars: []Var{
			{Name: "xraxial", Plain: true, Units: "MOhm/cm", Role: Parameter, Column: ExtAxial, Size: Layers, Default: 1e9, Limits: &Limits{1e-9, 1e15}, Doc: "resistance along the layer"},
			{Name: "xg", Plain: true, Units: "S/cm2", Role: Parameter, Column: ExtG, Size: Layers, Default: 1e9, Limits: positive, Doc: "conductance from the layer to the next one, or to ground"},
			{Name: "xc", Plain: true, Units: "uF/cm2", Role: Parameter, Column: ExtC, Size: Layers, Limits: positive, Doc: "capacitance from the layer to the next one, or to ground"},
			{Name: "e", Units: "mV", Role: Parameter, Column: ExtE, Doc: "potential of ground, seen through the last xg"},
			{Name: "i_membrane", Plain: true, Units: "mA/cm2", Role: Assigned, Column: ExtCurrent, Doc: "current through the membrane, capacitive current included, electrodes not"},
			{Name: "vext", Plain: true, Units: "mV", Role: State, Column: ExtV, Size: Layers, Doc: "potential of the layer"},
			{Name: "a", Role: Assigned, Column: ExtA, Size: Layers, Hidden: true},
			{Name: "b", Role: Assigned, Column: ExtB, Size: Layers, Hidden: true},
		},
	}
}
