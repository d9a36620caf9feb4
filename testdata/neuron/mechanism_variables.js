// The order in which a mechanism's variables are iterated, by name. (gneuron's fastpas tells its current, too.)
const soma = n.Section("soma");
soma.insert("pas");
soma.insert("hh");
soma.insert("fastpas");
const seg = soma(0.5);
console.log(JSON.stringify(Object.fromEntries([...seg].map((m) => [m.name(), [...m].map((variable) => variable.name()).filter((name) => name !== "i_fastpas")]))));
n.load_file("stdrun.hoc");

