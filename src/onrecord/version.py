"""The version of the program, kept with every article it reads."""

VERSION = "0.1.0"
