# The format mini-language of complex numbers.
def attempt(value, spec):
    try:
        return format(value, spec)
    except Exception as error:
        return f'{type(error).__name__}: {error}'

inf, nan = float('inf'), float('nan')
for value in (0j, 1 + 2j, -1j, 1j, 1234567.891 - 0.001j, complex(-0.0, -0.0), complex(inf, nan), complex(nan, -inf)):
    print(*(format(value, spec) for spec in ('', 'e', '.2f', 'g', '.3', '#', '+', '+.1f', '>20', '*^24.1f', ',.1f', '_.2f', 'z.1f', 'E', 'n')), sep='|')
# expect: 0j|0.000000e+00+0.000000e+00j|0.00+0.00j|0+0j|0j|0.j|+0j|+0.0+0.0j|                  0j|********0.0+0.0j********|0.0+0.0j|0.00+0.00j|0.0+0.0j|0.000000E+00+0.000000E+00j|0+0j
# expect: (1+2j)|1.000000e+00+2.000000e+00j|1.00+2.00j|1+2j|(1+2j)|(1.+2.j)|(+1+2j)|+1.0+2.0j|              (1+2j)|********1.0+2.0j********|1.0+2.0j|1.00+2.00j|1.0+2.0j|1.000000E+00+2.000000E+00j|1+2j
# expect: (-0-1j)|-0.000000e+00-1.000000e+00j|-0.00-1.00j|-0-1j|(-0-1j)|(-0.-1.j)|(-0-1j)|-0.0-1.0j|             (-0-1j)|*******-0.0-1.0j********|-0.0-1.0j|-0.00-1.00j|0.0-1.0j|-0.000000E+00-1.000000E+00j|-0-1j
# expect: 1j|0.000000e+00+1.000000e+00j|0.00+1.00j|0+1j|1j|1.j|+1j|+0.0+1.0j|                  1j|********0.0+1.0j********|0.0+1.0j|0.00+1.00j|0.0+1.0j|0.000000E+00+1.000000E+00j|0+1j
# expect: (1234567.891-0.001j)|1.234568e+06-1.000000e-03j|1234567.89-0.00j|1.23457e+06-0.001j|(1.23e+06-0.001j)|(1234567.891-0.001j)|(+1234567.891-0.001j)|+1234567.9-0.0j|(1234567.891-0.001j)|*****1234567.9-0.0j*****|1,234,567.9-0.0j|1_234_567.89-0.00j|1234567.9+0.0j|1.234568E+06-1.000000E-03j|1.23457e+06-0.001j
# expect: (-0-0j)|-0.000000e+00-0.000000e+00j|-0.00-0.00j|-0-0j|(-0-0j)|(-0.-0.j)|(-0-0j)|-0.0-0.0j|             (-0-0j)|*******-0.0-0.0j********|-0.0-0.0j|-0.00-0.00j|0.0+0.0j|-0.000000E+00-0.000000E+00j|-0-0j
# expect: (inf+nanj)|inf+nanj|inf+nanj|inf+nanj|(inf+nanj)|(inf+nanj)|(+inf+nanj)|+inf+nanj|          (inf+nanj)|********inf+nanj********|inf+nanj|inf+nanj|inf+nanj|INF+NANj|inf+nanj
# expect: (nan-infj)|nan-infj|nan-infj|nan-infj|(nan-infj)|(nan-infj)|(+nan-infj)|+nan-infj|          (nan-infj)|********nan-infj********|nan-infj|nan-infj|nan-infj|NAN-INFj|nan-infj
for spec in ('d', '%', 's', '020', '=20', '0=20', '0<12', 'x', '0', '.2147483648f'):
    print(spec, attempt(1 + 2j, spec))
# expect: d ValueError: Unknown format code 'd' for object of type 'complex'
# expect: % ValueError: Unknown format code '%' for object of type 'complex'
# expect: s ValueError: Unknown format code 's' for object of type 'complex'
# expect: 020 ValueError: Zero padding is not allowed in complex format specifier
# expect: =20 ValueError: '=' alignment flag is not allowed in complex format specifier
# expect: 0=20 ValueError: Zero padding is not allowed in complex format specifier
# expect: 0<12 ValueError: Zero padding is not allowed in complex format specifier
# expect: x ValueError: Unknown format code 'x' for object of type 'complex'
# expect: 0 ValueError: Zero padding is not allowed in complex format specifier
# expect: .2147483648f ValueError: precision too big
