// Prints traces of the C++ library neun, against which solver/ode is tested: see README.md.
#include <string>
#include <iostream>
#include <vector>

#include <ChemicalSynapsis.h>
#include <DiffusionSynapsis.h>
#include <ElectricalSynapsis.h>
#include <Euler.h>
#include <HindmarshRoseModel.h>
#include <HodgkinHuxleyModel.h>
#include <IntegratedSystemWrapper.h>
#include <IzhikevichSystemWrapper.h>
#include <RungeKutta4.h>
#include <RungeKutta6.h>
#include <SystemWrapper.h>

#include <chrono>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <vector>

template <typename I> using HH = IntegratedSystemWrapper<SystemWrapper<HodgkinHuxleyModel<double>>, I>;
template <typename I> using HR = IntegratedSystemWrapper<SystemWrapper<HindmarshRoseModel<double>>, I>;
template <typename I> using Iz = IntegratedSystemWrapper<IzhikevichSystemWrapper<double>, I>;

template <typename I> HH<I> hh(double v = -65) {
  typename HH<I>::ConstructorArgs args;
  HH<I> n(args);
  n.set(HH<I>::cm, 1 * 7.854e-3), n.set(HH<I>::vna, 50), n.set(HH<I>::vk, -77), n.set(HH<I>::vl, -54.387);
  n.set(HH<I>::gna, 120 * 7.854e-3), n.set(HH<I>::gk, 36 * 7.854e-3), n.set(HH<I>::gl, 0.3 * 7.854e-3);
  n.set(HH<I>::v, v), n.set(HH<I>::m, 0.05), n.set(HH<I>::h, 0.6), n.set(HH<I>::n, 0.3);
  return n;
}

template <typename I> HR<I> hr() {
  typename HR<I>::ConstructorArgs args;
  HR<I> n(args);
  n.set(HR<I>::e, 3), n.set(HR<I>::mu, 0.001), n.set(HR<I>::S, 4), n.set(HR<I>::a, 1), n.set(HR<I>::b, 3);
  n.set(HR<I>::c, 1), n.set(HR<I>::d, 5), n.set(HR<I>::xr, -1.6), n.set(HR<I>::vh, 1);
  n.set(HR<I>::x, -1.5), n.set(HR<I>::y, 0), n.set(HR<I>::z, 0);
  return n;
}

template <typename I> Iz<I> iz() {
  typename Iz<I>::ConstructorArgs args;
  Iz<I> n(args);
  n.set(Iz<I>::a, 0.02), n.set(Iz<I>::b, 0.2), n.set(Iz<I>::c, -65), n.set(Iz<I>::d, 8), n.set(Iz<I>::threshold, 30);
  n.set(Iz<I>::v, -65), n.set(Iz<I>::u, -13);
  return n;
}

// A line has a name, and all variables after every 1000 steps.
template <typename N> void neuron(const char *name, N n, double h, double input) {
  printf("%s", name);
  for (int i = 1; i <= 50000; i++) {
    n.add_synaptic_input(input);
    n.step(h);
    if (i % 1000 == 0)
      for (int k = 0; k < N::n_variables; k++) printf(" %.17g", n.get((typename N::variable)k));
  }
  printf("\n");
}

template <typename I> void neurons(const char *suffix) {
  char name[40];
  snprintf(name, sizeof name, "HHDouble%s", suffix), neuron(name, hh<I>(), 0.001, 0.1);
  snprintf(name, sizeof name, "HRDouble%s", suffix), neuron(name, hr<I>(), 0.001, 0.1);
  snprintf(name, sizeof name, "IzDouble%s", suffix), neuron(name, iz<I>(), 0.001, 20);
}

// Two neurons with a synapse: the potentials and the current.
template <typename S, typename N> void pair(const char *name, S &s, N &a, N &b, typename S::variable current, bool give, auto value) {
  printf("%s", name);
  for (int i = 1; i <= 50000; i++) {
    s.step(0.001);
    a.add_synaptic_input(0.1), b.add_synaptic_input(0.08);
    if (give) b.add_synaptic_input(value());
    a.step(0.001), b.step(0.001);
    if (i % 1000 == 0) printf(" %.17g %.17g %.17g", a.get(N::v), b.get(N::v), value());
  }
  printf("\n");
}

void synapses() {
  using N = HH<RungeKutta4>;
  {
    N a = hh<RungeKutta4>(-75), b = hh<RungeKutta4>();
    ElectricalSynapsis<N, N, double> s(a, N::v, b, N::v, 0.002, 0.001);
    pair("ESynHHHHDoubleRK4", s, a, b, s.i2, false, [&] { return s.get(s.i2); });
  }
  {
    N a = hh<RungeKutta4>(-75), b = hh<RungeKutta4>();
    using S = ChemicalSynapsis<N, N, RungeKutta4, double>;
    S::ConstructorArgs args;
    args.params[S::gfast] = -0.015, args.params[S::Esyn] = -75, args.params[S::sfast] = 0.2, args.params[S::Vfast] = -50;
    args.params[S::gslow] = -0.025, args.params[S::k1] = 0, args.params[S::k2] = 0.03, args.params[S::sslow] = 1, args.params[S::Vslow] = -45;
    S s(a, N::v, b, N::v, args, 1);
    pair("CSynHHHHDoubleRK4", s, a, b, S::mslow, true, [&] { return s.get(S::i); });
  }
  {
    N a = hh<RungeKutta4>(-75), b = hh<RungeKutta4>();
    using S = DiffusionSynapsis<N, N, RungeKutta4, double>;
    S::ConstructorArgs args;
    args.params[S::alpha] = 1.1, args.params[S::beta] = 0.19, args.params[S::threshold] = -20, args.params[S::esyn] = -80;
    args.params[S::gsyn] = -0.01, args.params[S::T] = 1, args.params[S::max_release_time] = 1;
    S s(a, N::v, b, N::v, args, 2);
    pair("DSynHHHHDoubleRK4", s, a, b, S::i, false, [&] { return s.get(S::i); });
  }
}

// Nanoseconds of processor time for a step of each of count neurons.
template <typename N> double cost(N start, int count, int steps) {
  std::vector<N> list(count, start);
  clock_t began = clock();
  for (int i = 0; i < steps; i++)
    for (auto &n : list) n.add_synaptic_input(0.1), n.step(0.001);
  double took = double(clock() - began) / CLOCKS_PER_SEC, sum = 0;
  for (auto &n : list) sum += n.get((typename N::variable)0);
  return 1e9 * took / steps / count + 0 * sum;
}

int main(int argc, char **argv) {
  if (argc > 1 && !strcmp(argv[1], "cost")) {
    printf("HH one %.1f ns, a thousand %.1f ns; HR one %.1f ns, a thousand %.1f ns\n", cost(hh<RungeKutta4>(), 1, 200000),
           cost(hh<RungeKutta4>(), 1000, 300), cost(hr<RungeKutta4>(), 1, 1000000), cost(hr<RungeKutta4>(), 1000, 2000));
    return 0;
  }
  neurons<Euler>("Euler"), neurons<RungeKutta4>("RK4"), neurons<RungeKutta6>("RK6");
  synapses();
}
