package nmodl

// neuronBlock parses NEURON { ... }.
func (p *parser) neuronBlock() Block {
	n := &NeuronBlock{At: At{p.advance().pos}}
	p.body("NEURON", func() { p.neuronItem(n) })
	return n
}

// neuronItem parses one statement of a NEURON block.
func (p *parser) neuronItem(n *NeuronBlock) {
	t := p.tok
	if t.kind == tokName && t.text == "RANDOM" {
		p.advance()
		n.Random = append(n.Random, p.identList("the name of a random stream after RANDOM")...)
		return
	}
	if t.kind != tokKeyword {
		p.neuronExpected()
	}
	list := func(to *[]Ident) {
		p.advance()
		*to = append(*to, p.identList("a variable name after "+t.text)...)
	}
	switch t.text {
	case "SUFFIX", "POINT_PROCESS", "ARTIFICIAL_CELL":
		p.advance()
		name := p.ident("a name after " + t.text)
		// The last of several names counts, as in NEURON.
		n.Suffix = name
		switch {
		case t.text == "POINT_PROCESS":
			n.Kind = PointProcess
		case t.text == "ARTIFICIAL_CELL":
			n.Kind = ArtificialCell
		case name.Name == "nothing":
			n.Kind = Nothing
		default:
			n.Kind = Density
		}
	case "REPRESENTS":
		n.Represents = p.represents()
	case "USEION":
		n.Ions = append(n.Ions, p.useIon())
	case "NONSPECIFIC_CURRENT":
		list(&n.NonspecificCurrent)
	case "ELECTRODE_CURRENT":
		list(&n.ElectrodeCurrent)
	case "RANGE":
		list(&n.Range)
	case "GLOBAL":
		list(&n.Global)
	case "POINTER":
		list(&n.Pointer)
	case "BBCOREPOINTER":
		list(&n.BBCorePointer)
	case "EXTERNAL":
		list(&n.External)
	case "SECTION":
		list(&n.Section)
	case "THREADSAFE":
		p.advance()
		n.ThreadSafe = true
		if p.tok.kind == tokName && p.tok.text != "RANDOM" {
			n.ThreadSafeNames = append(n.ThreadSafeNames, p.identList("a variable name after THREADSAFE")...)
		}
	default:
		p.neuronExpected()
	}
}

func (p *parser) neuronExpected() {
	hint := ""
	if p.tok.kind == tokName {
		hint = nearestWord(p.tok.text, `SUFFIX POINT_PROCESS ARTIFICIAL_CELL USEION NONSPECIFIC_CURRENT
			ELECTRODE_CURRENT RANGE GLOBAL POINTER BBCOREPOINTER EXTERNAL THREADSAFE RANDOM`)
		if hint == "" {
			hint = "names in a list have commas between them"
		}
	}
	p.expectedHint("a statement of the NEURON block such as SUFFIX, USEION or RANGE", hint)
}

// useIon parses USEION ion READ list WRITE list VALENCE z REPRESENTS id.
func (p *parser) useIon() *UseIon {
	u := &UseIon{At: At{p.advance().pos}}
	u.Ion = p.ident("the name of an ion after USEION")
	if p.accept("READ") {
		u.Read = p.identList("a variable of the ion after READ")
	}
	if p.accept("WRITE") {
		u.Write = p.identList("a variable of the ion after WRITE")
	}
	if u.Read == nil && u.Write == nil {
		p.expected("READ or WRITE after USEION " + u.Ion.Name)
	}
	if p.is("READ") {
		p.failAt(p.tok.pos, "", "READ comes before WRITE in USEION, and each only once")
	}
	if p.accept("VALENCE") || p.accept("CHARGE") {
		u.HasValence = true
		u.Valence = p.signedNumber("the valence of " + u.Ion.Name).Value
	}
	if p.is("REPRESENTS") {
		u.Represents = p.represents()
	}
	return u
}

// represents parses REPRESENTS CHEBI:29101, with or without brackets.
func (p *parser) represents() string {
	id, ok := p.lex.ontology()
	if !ok {
		p.failAt(p.lex.pos(), "", "REPRESENTS needs an identifier such as CHEBI:29101 or [CHEBI:29101]")
	}
	p.tok.text, p.tok.end = "REPRESENTS "+id, p.lex.off
	p.advance()
	return id
}
