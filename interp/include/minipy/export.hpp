#pragma once
// Which symbols a shared minipy library shows: those marked MINIPY_API.
#if defined(_WIN32)
#define MINIPY_API
#else
#define MINIPY_API __attribute__((visibility("default")))
#endif
