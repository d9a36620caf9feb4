declare namespace n {
  /** Options of n.Random. */
  interface RandomOptions {
    /** Seed of the generator ACG, 0. */
    seed?: number;
    /** Size of the generator ACG, 55. */
    size?: number;
  }

  /** The class of Randoms. */
  interface RandomClass {
    new (seed?: number, size?: number): Random;
    new (options: RandomOptions): Random;
    (seed?: number, size?: number): Random;
    (options: RandomOptions): Random;
    readonly prototype: Random;
  }

  /**
   * Random numbers: a generator (ACG, MLCG, MCellRan4, Isaac64, Random123) and a distribution
   * (normal with mean 0 and variance 1 at first). Each method of a distribution chooses it and
   * gives the first pick, repick() the next. Arguments may be given by name:
   * r.normal({mean: 0, variance: 1}).
   * @example
   * const r = n.Random();
   * r.Random123(1, 2, 3);
   * r.normal(0, 1);
   * const noise = n.Vector(1000).setrand(r);
   */
  interface Random {
    /** Chooses the generator ACG: seed, and size 7 to 98. */
    ACG(seed?: number, size?: number): number;
    ACG(options: { seed?: number; size?: number }): number;
    /** Chooses the generator MLCG, of two seeds. */
    MLCG(seed1?: number, seed2?: number): number;
    MLCG(options: { seed1?: number; seed2?: number }): number;
    /** Chooses the generator MCellRan4 and gives its first seed; without a seed each one has another. */
    MCellRan4(highindex?: number, lowindex?: number): number;
    MCellRan4(options: { highindex?: number; lowindex?: number }): number;
    /** Chooses the generator Isaac64 and gives its seed. */
    Isaac64(seed?: number): number;
    Isaac64(options: { seed?: number }): number;
    /** Chooses the generator Random123, the stream of three numbers, 0 to 4294967295. */
    Random123(id1?: number, id2?: number, id3?: number): number;
    Random123(options: { id1?: number; id2?: number; id3?: number }): number;
    /** The number that all streams of Random123 share; with an index it changes that. */
    Random123_globalindex(index?: number): number;
    /** The place in the sequence, of Random123 and MCellRan4; with a number it moves there. */
    seq(place?: number): number;
    /** The next pick. */
    repick(): number;
    /** Sets a number to a pick at the start of each run and in every step. */
    play(ref: Ref): number;
    /** Evenly from low to high. */
    uniform(low: number, high: number): number;
    uniform(options: { low: number; high: number }): number;
    /** Whole numbers evenly from low to high, both included. */
    discunif(low: number, high: number): number;
    discunif(options: { low: number; high: number }): number;
    /** The normal distribution. */
    normal(mean: number, variance: number): number;
    normal(options: { mean: number; variance: number }): number;
    /** The distribution whose logarithm is normal, of this mean and variance. */
    lognormal(mean: number, variance: number): number;
    lognormal(options: { mean: number; variance: number }): number;
    /** How many of N succeed, each with probability p. */
    binomial(N: number, p: number): number;
    binomial(options: { N: number; p: number }): number;
    /** The hypergeometric distribution. */
    hypergeo(mean: number, variance: number): number;
    hypergeo(options: { mean: number; variance: number }): number;
    /** The Erlang distribution. */
    erlang(mean: number, variance: number): number;
    erlang(options: { mean: number; variance: number }): number;
    /** The Weibull distribution. */
    weibull(alpha: number, beta: number): number;
    weibull(options: { alpha: number; beta: number }): number;
    /** The Poisson distribution. */
    poisson(mean: number): number;
    poisson(options: { mean: number }): number;
    /** The geometric distribution. */
    geometric(p: number): number;
    geometric(options: { p: number }): number;
    /** The exponential distribution of a mean. */
    negexp(mean: number): number;
    negexp(options: { mean: number }): number;
    /** Its name: Random[0]. */
    name(): string;
    /** Its name: Random[0]. */
    hname(): string;
    /** Its name: Random[0]. */
    toString(): string;
    /** Its name: Random[0]. */
    toJSON(): string;
    /** Ends what it plays, and removes it. */
    delete(): void;
  }
}
