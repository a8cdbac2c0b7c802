import a.b
import a.b.c as d
from .e import f, g as h
from i import *
