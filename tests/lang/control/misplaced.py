### case: break outside
break  # raises: SyntaxError: 'break' outside loop
### case: continue outside
continue  # raises: SyntaxError: 'continue' not properly in loop
### case: return outside
return 1  # raises: SyntaxError: 'return' outside function
### case: yield outside
yield 1  # raises: SyntaxError: 'yield' outside function
### case: await outside
await x  # raises: SyntaxError: 'await' outside function
### case: break in function in loop
for i in x:
    def f():
        break  # raises: SyntaxError: 'break' outside loop
### case: break in class
while 1:
    class C:
        break  # raises: SyntaxError: 'break' outside loop
### case: await in function
def f():
    await x  # raises: SyntaxError: 'await' outside async function
### case: async for
def f():
    async for x in y:  # raises: SyntaxError: 'async for' outside async function
        pass
### case: async comprehension
def f():
    [x async for x in y]  # raises: SyntaxError: asynchronous comprehension outside of an asynchronous function
### case: yield in class
class C:
    yield 1  # raises: SyntaxError: 'yield' outside function
### case: return value in async generator
async def f():
    yield 1
    return 2  # raises: SyntaxError: 'return' with value in async generator
