"""Remember: statements -> facts -> stores; questions -> answers."""
