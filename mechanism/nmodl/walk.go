package nmodl

// innerLists gives the lists of statements within a statement.
func innerLists(s Stmt) [][]Stmt {
	switch s := s.(type) {
	case *If:
		return [][]Stmt{s.Then, s.Else}
	case *While:
		return [][]Stmt{s.Body}
	case *From:
		return [][]Stmt{s.Body}
	case *BlockStmt:
		return [][]Stmt{s.Body}
	case *Solve:
		return [][]Stmt{s.IfError}
	case *ForNetCons:
		return [][]Stmt{s.Body}
	case *NetInitial:
		return [][]Stmt{s.Body}
	}
	return nil
}

// ownExprs gives the expressions of a statement, without those of the
// statements within and without what it assigns to.
func ownExprs(s Stmt) []Expr {
	switch s := s.(type) {
	case *Assign:
		if x, ok := s.Target.(*Index); ok {
			return []Expr{x.Index, s.Value}
		}
		return []Expr{s.Value}
	case *Protect:
		return ownExprs(s.Assign)
	case *CallStmt:
		return []Expr{s.Call}
	case *If:
		return []Expr{s.Cond}
	case *While:
		return []Expr{s.Cond}
	case *From:
		if s.By != nil {
			return []Expr{s.Lo, s.Hi, s.By}
		}
		return []Expr{s.Lo, s.Hi}
	case *Table:
		return []Expr{s.Lo, s.Hi}
	case *Reaction:
		if s.Backward != nil {
			return []Expr{s.Forward, s.Backward}
		}
		return []Expr{s.Forward}
	case *Compartment:
		return []Expr{s.Volume}
	case *LongitudinalDiffusion:
		return []Expr{s.Rate}
	case *Conserve:
		return []Expr{s.Value}
	case *Equation:
		return []Expr{s.Left, s.Right}
	case *Watch:
		return []Expr{s.Left, s.Right}
	}
	return nil
}

// eachExpr calls f for the expressions of a statement and their parts.
func eachExpr(s Stmt, f func(Expr)) {
	for _, x := range ownExprs(s) {
		walkExpr(x, f)
	}
}

// walkExpr calls f for an expression and its parts.
func walkExpr(x Expr, f func(Expr)) {
	f(x)
	switch x := x.(type) {
	case *Index:
		walkExpr(x.Index, f)
	case *Prime:
		if x.Index != nil {
			walkExpr(x.Index, f)
		}
	case *Unary:
		walkExpr(x.X, f)
	case *Binary:
		walkExpr(x.X, f)
		walkExpr(x.Y, f)
	case *Call:
		for _, a := range x.Args {
			walkExpr(a, f)
		}
	}
}
