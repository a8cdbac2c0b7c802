for cls in (ArithmeticError, ZeroDivisionError, OverflowError, LookupError, KeyError, IndexError, OSError, FileNotFoundError, ValueError, UnicodeDecodeError, RuntimeError,
            RecursionError, NotImplementedError, NameError, UnboundLocalError, SyntaxError, IndentationError, TabError, ImportError, ModuleNotFoundError, AttributeError, TypeError,
            StopIteration, StopAsyncIteration, GeneratorExit, KeyboardInterrupt, SystemExit, AssertionError, MemoryError, BufferError, EOFError, ReferenceError, SystemError,
            Warning, DeprecationWarning, UserWarning, ExceptionGroup, BaseExceptionGroup, PermissionError, TimeoutError, ConnectionResetError, BlockingIOError):
    print(' < '.join(c.__name__ for c in cls.__mro__[:-1]))
# expect: ArithmeticError < Exception < BaseException
# expect: ZeroDivisionError < ArithmeticError < Exception < BaseException
# expect: OverflowError < ArithmeticError < Exception < BaseException
# expect: LookupError < Exception < BaseException
# expect: KeyError < LookupError < Exception < BaseException
# expect: IndexError < LookupError < Exception < BaseException
# expect: OSError < Exception < BaseException
# expect: FileNotFoundError < OSError < Exception < BaseException
# expect: ValueError < Exception < BaseException
# expect: UnicodeDecodeError < UnicodeError < ValueError < Exception < BaseException
# expect: RuntimeError < Exception < BaseException
# expect: RecursionError < RuntimeError < Exception < BaseException
# expect: NotImplementedError < RuntimeError < Exception < BaseException
# expect: NameError < Exception < BaseException
# expect: UnboundLocalError < NameError < Exception < BaseException
# expect: SyntaxError < Exception < BaseException
# expect: IndentationError < SyntaxError < Exception < BaseException
# expect: TabError < IndentationError < SyntaxError < Exception < BaseException
# expect: ImportError < Exception < BaseException
# expect: ModuleNotFoundError < ImportError < Exception < BaseException
# expect: AttributeError < Exception < BaseException
# expect: TypeError < Exception < BaseException
# expect: StopIteration < Exception < BaseException
# expect: StopAsyncIteration < Exception < BaseException
# expect: GeneratorExit < BaseException
# expect: KeyboardInterrupt < BaseException
# expect: SystemExit < BaseException
# expect: AssertionError < Exception < BaseException
# expect: MemoryError < Exception < BaseException
# expect: BufferError < Exception < BaseException
# expect: EOFError < Exception < BaseException
# expect: ReferenceError < Exception < BaseException
# expect: SystemError < Exception < BaseException
# expect: Warning < Exception < BaseException
# expect: DeprecationWarning < Warning < Exception < BaseException
# expect: UserWarning < Warning < Exception < BaseException
# expect: ExceptionGroup < BaseExceptionGroup < Exception < BaseException
# expect: BaseExceptionGroup < BaseException
# expect: PermissionError < OSError < Exception < BaseException
# expect: TimeoutError < OSError < Exception < BaseException
# expect: ConnectionResetError < ConnectionError < OSError < Exception < BaseException
# expect: BlockingIOError < OSError < Exception < BaseException
print(IOError is OSError, EnvironmentError is OSError)  # expect: True True
