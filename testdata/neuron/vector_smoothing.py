"""Histograms and smoothing: bins, Gauss curves, resampling."""
from neuron import h
from oracle import result

times = h.Vector([1, 2.5, 4, 7, -0.3, 50, 9.99, 2.6, 2.7, 12])
weights = h.Vector([1, 2, 3, 0.5, 2, 1, 1, 0.1, 4, 2])
counts = h.Vector(12)
counts.hist(times, 0, 12, 1)
steps = h.Vector(9).indgen(3, 1.5)

result(
    hist=counts,
    hist_new=h.Vector().hist(times, -1, 5, 2.5),
    histogram=times.histogram(0, 13, 1),
    histogram_coarse=times.histogram(-5, 60, 7),
    smhist=h.Vector().smhist(times, 0, 12, 1, 1.5),
    smhist_fine=h.Vector().smhist(times, 0, 60, 0.2, 0.2),
    smhist_weighted=h.Vector().smhist(times, 0, 12, 1, 1.5, weights),
    sumgauss=times.sumgauss(0, 12, 0.5, 0.3),
    sumgauss_wide=times.sumgauss(-10, 30, 1, 9),
    sumgauss_weighted=times.sumgauss(0, 12, 0.5, 0.3, weights),
    rebin=h.Vector().rebin(steps, 2),
    rebin_itself=steps.c().rebin(4),
    resampled=h.Vector().resample(steps, 0.4),
    resampled_up=h.Vector().resample(steps, 2.7),
    resampled_itself=steps.c().resample(steps, 1),
)
