#pragma once
// minipy: an embeddable Python. The one header that a program includes; each part can be included alone.
//
//   minipy::Interpreter py;
//   py.exec("print('hello')", "hello.py");
//   int n = py.eval("6 * 7").to<int>();
//
// interpreter.hpp: running code, namespaces, modules.  value.hpp: Python objects in the host's hands.  convert.hpp, containers.hpp: what converts.
// function.hpp, module.hpp: C++ functions for Python.   class.hpp, trampoline.hpp, enum.hpp, iterate.hpp: C++ classes for Python.
// buffer.hpp: memory, both ways, without copies.        error.hpp: exceptions, both ways.   config.hpp: budgets and grants.   task.hpp: tasks, stops.
// Not included: program.hpp, for applications that run programs as `python` does, or have a prompt.
#include "minipy/buffer.hpp"
#include "minipy/class.hpp"
#include "minipy/config.hpp"
#include "minipy/containers.hpp"
#include "minipy/convert.hpp"
#include "minipy/enum.hpp"
#include "minipy/error.hpp"
#include "minipy/function.hpp"
#include "minipy/interpreter.hpp"
#include "minipy/iterate.hpp"
#include "minipy/module.hpp"
#include "minipy/task.hpp"
#include "minipy/trampoline.hpp"
#include "minipy/value.hpp"
#include "minipy/version.h"
