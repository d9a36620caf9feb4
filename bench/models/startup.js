console.log(n.t);
