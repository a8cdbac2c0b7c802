// The fastest ways that CPython's own API has: vectorcall, METH_FASTCALL, and no checks beyond those that a careful program makes.
#define PY_SSIZE_T_CLEAN
#include <Python.h>

#include <vector>

#include "sides.h"

namespace {

PyObject *add, *through, *loop, *methods, *box, *name_value;

PyObject* host_add(PyObject*, PyObject* const* args, Py_ssize_t count) {
    if (count != 2) return PyErr_Format(PyExc_TypeError, "add() takes 2 arguments"), nullptr;
    const long long a = PyLong_AsLongLong(args[0]);
    if (a == -1 && PyErr_Occurred()) return nullptr;
    const long long b = PyLong_AsLongLong(args[1]);
    if (b == -1 && PyErr_Occurred()) return nullptr;
    return PyLong_FromLongLong(a + b);
}
PyMethodDef functions[] = {
    {"add", reinterpret_cast<PyCFunction>(reinterpret_cast<void (*)()>(host_add)), METH_FASTCALL, nullptr}, {}};
PyModuleDef definition = {PyModuleDef_HEAD_INIT, "host", nullptr, -1, functions, nullptr, nullptr, nullptr, nullptr};

struct CounterObject {
    PyObject_HEAD std::int64_t total;
};
PyObject* counter_step(PyObject* self, PyObject* by) {
    const long long amount = PyLong_AsLongLong(by);
    if (amount == -1 && PyErr_Occurred()) return nullptr;
    auto* counter = reinterpret_cast<CounterObject*>(self);
    return PyLong_FromLongLong(counter->total = (counter->total + amount) & 1023);
}
PyMethodDef counter_methods[] = {{"step", counter_step, METH_O, nullptr}, {}};
PyTypeObject counter_type = {PyVarObject_HEAD_INIT(nullptr, 0)};

PyObject* make_host() {
    counter_type.tp_name = "host.Counter";
    counter_type.tp_basicsize = sizeof(CounterObject);
    counter_type.tp_flags = Py_TPFLAGS_DEFAULT;
    counter_type.tp_methods = counter_methods;
    counter_type.tp_new = PyType_GenericNew;
    PyType_Ready(&counter_type);
    return PyModule_Create(&definition);
}

std::int64_t call_two(PyObject* function, int count) {
    std::int64_t total = 0;
    for (int i = 0; i < count; ++i) {
        PyObject* arguments[] = {nullptr, PyLong_FromLongLong(total), PyLong_FromLong(i)};
        PyObject* result = PyObject_Vectorcall(function, arguments + 1, 2 | PY_VECTORCALL_ARGUMENTS_OFFSET, nullptr);
        Py_DECREF(arguments[1]);
        Py_DECREF(arguments[2]);
        if (!result) return PyErr_Print(), -1;
        total = PyLong_AsLongLong(result) & 1023;
        Py_DECREF(result);
    }
    return total;
}
std::int64_t call_python(int count) { return call_two(add, count); }
std::int64_t round_trip(int count) { return call_two(through, count); }
std::int64_t call_host(int count) {
    PyObject* result = PyObject_CallFunction(loop, "i", count);
    const std::int64_t total = PyLong_AsLongLong(result);
    Py_DECREF(result);
    return total;
}
std::int64_t call_method(int count) {
    PyObject* counter = PyObject_CallNoArgs(reinterpret_cast<PyObject*>(&counter_type));
    PyObject* result = PyObject_CallFunction(methods, "Oi", counter, count);
    const std::int64_t total = PyLong_AsLongLong(result);
    Py_DECREF(result);
    Py_DECREF(counter);
    return total;
}
std::int64_t read_attribute(int count) {
    std::int64_t total = 0;
    for (int i = 0; i < count; ++i) {
        PyObject* value = PyObject_GetAttr(box, name_value);
        total += PyLong_AsLongLong(value);
        Py_DECREF(value);
    }
    return total;
}
std::int64_t convert_list(int count) {
    const std::vector<std::int64_t> numbers{1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
    std::int64_t total = 0;
    for (int i = 0; i < count; ++i) {
        PyObject* list = PyList_New(static_cast<Py_ssize_t>(numbers.size()));
        for (std::size_t n = 0; n < numbers.size(); ++n)
            PyList_SET_ITEM(list, static_cast<Py_ssize_t>(n), PyLong_FromLongLong(numbers[n]));
        std::vector<std::int64_t> back;
        for (Py_ssize_t n = 0; n < PyList_GET_SIZE(list); ++n)
            back.push_back(PyLong_AsLongLong(PyList_GET_ITEM(list, n)));
        Py_DECREF(list);
        total += back[static_cast<std::size_t>(i % 10)];
    }
    return total;
}

} // namespace

Side cpython_side() {
    PyImport_AppendInittab("host", make_host);
    Py_InitializeEx(0);
    PyRun_SimpleString(bench_script);
    PyObject* main = PyImport_AddModule("__main__");
    const auto get = [main](const char* name) { return PyObject_GetAttrString(main, name); };
    add = get("add");
    through = get("through");
    loop = get("loop");
    methods = get("methods");
    box = get("box");
    name_value = PyUnicode_InternFromString("value");
    return {"CPython",   call_python,    call_host,    round_trip,
            call_method, read_attribute, convert_list, [] { Py_FinalizeEx(); }};
}
