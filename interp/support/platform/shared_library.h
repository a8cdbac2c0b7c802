#pragma once
// Libraries that few programs need (libcrypto, ICU) are loaded when they are first asked for: bringing them in with every start would double its time.
//
//   #define FUNCTIONS(FUNCTION) FUNCTION(EVP_MD_fetch) FUNCTION(EVP_MD_free)
//   struct Crypto {
//   #define FUNCTION(name) decltype(&::name) name = nullptr;
//       FUNCTIONS(FUNCTION)
//   #undef FUNCTION
//   };
namespace mp::platform {

class SharedLibrary {
public:
    // Loads the library of this name, for as long as the process lives. A missing one is no error: it has no functions.
    explicit SharedLibrary(const char* soname) noexcept;
    // Sets `function` to the library's function of that name. False: there is none, and it is as before.
    template <class F>
    bool find(const char* name, F*& function) const noexcept {
        void* address = address_of(name);
        if (address) function = reinterpret_cast<F*>(address);
        return address != nullptr;
    }

private:
    void* address_of(const char* name) const noexcept;
    void* handle_;
};

} // namespace mp::platform
