"""What follows from records and the knowledge tables: findings, later positions and merging."""
