"""Spectra and filters: the transform to and fro, the power spectrum, convolution, correlation and filtering."""
from neuron import h
from oracle import result

wave = h.Vector(128)
wave.sin(40, 0.3, 1)
wave.add(h.Vector(128).indgen().mul(0.01))
short = h.Vector([1, 4, 2, -3, 0.5])
kernel = h.Vector([3, 2, 1, 0.5, 2])
longer = h.Vector(20, 7)
longer.spctrm(wave, 8)

result(
    spectrum=h.Vector().fft(wave, 1),
    there_and_back=h.Vector().fft(wave, 1).fft(-1),
    in_place=wave.c().fft(1),
    inverse=h.Vector().fft(short, -1),
    padded=h.Vector().fft(short, 1),
    zero_is_forward=h.Vector().fft(short, 0),
    power=h.Vector().spctrm(wave),
    power_of_4=h.Vector().spctrm(wave, 4),
    power_of_5=h.Vector().spctrm(wave, 5),
    power_in_longer=longer,
    convolved=h.Vector().convlv(wave, kernel),
    convolved_signed=h.Vector().convlv(wave, kernel, 1),
    even_kernel=h.Vector().convlv(short, h.Vector([1, 2, 4, 8])),
    longer_kernel=h.Vector().convlv(h.Vector([1, 2]), kernel),
    itself=wave.c().convlv(wave, kernel),
    correlated=h.Vector().correl(wave, kernel),
    autocorrelated=h.Vector().correl(short),
    other_size=h.Vector().correl(short, wave),
    filtered=h.Vector().filter(wave, kernel),
    filtered_itself=wave.c().filter(wave, wave),
)
