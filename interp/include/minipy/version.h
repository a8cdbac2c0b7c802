#pragma once
/* For C and C++; the build reads it from here. */
#define MINIPY_VERSION "0.1.0"
