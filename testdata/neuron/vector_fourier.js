// Spectra and filters: the transform to and fro, the power spectrum, convolution, correlation and filtering.
const wave = n.Vector(128);
wave.sin(40, 0.3, 1);
wave.add(n.Vector(128).indgen().mul(0.01));
const short = n.Vector([1, 4, 2, -3, 0.5]);
const kernel = n.Vector([3, 2, 1, 0.5, 2]);
const longer = n.Vector(20, 7);
longer.spctrm(wave, 8);
console.log(JSON.stringify({
  spectrum: n.Vector().fft(wave, 1),
  there_and_back: n.Vector().fft(wave, 1).fft(-1),
  in_place: wave.c().fft(1),
  inverse: n.Vector().fft(short, -1),
  padded: n.Vector().fft(short, 1),
  zero_is_forward: n.Vector().fft(short, 0),
  power: n.Vector().spctrm(wave),
  power_of_4: n.Vector().spctrm(wave, 4),
  power_of_5: n.Vector().spctrm(wave, 5),
  power_in_longer: longer,
  convolved: n.Vector().convlv(wave, kernel),
  convolved_signed: n.Vector().convlv(wave, kernel, 1),
  even_kernel: n.Vector().convlv(short, n.Vector([1, 2, 4, 8])),
  longer_kernel: n.Vector().convlv(n.Vector([1, 2]), kernel),
  itself: wave.c().convlv(wave, kernel),
  correlated: n.Vector().correl(wave, kernel),
  autocorrelated: n.Vector().correl(short),
  other_size: n.Vector().correl(short, wave),
  filtered: n.Vector().filter(wave, kernel),
  filtered_itself: wave.c().filter(wave, wave),
}));
