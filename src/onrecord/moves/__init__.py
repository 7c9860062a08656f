from onrecord.moves.finder import Found, MoveWords, find_moves
