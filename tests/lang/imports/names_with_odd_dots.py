# Names that are no module names.
for name in '.', '..', '..json', '...', '.nothing', 'json.', 'json..decoder', 'nothing.', 'json.decoder.', ' json', 'os/path', 'json/decoder':
    try:
        print(__import__(name))
    except ImportError as error:
        print(type(error).__name__, error, repr(error.name))
    except ValueError as error:
        print(error)
# expect: ModuleNotFoundError No module named '.' '.'
# expect: ModuleNotFoundError No module named '.' '.'
# expect: ModuleNotFoundError No module named '.' '.'
# expect: ModuleNotFoundError No module named '.' '.'
# expect: ModuleNotFoundError No module named '.nothing' '.nothing'
# expect: ModuleNotFoundError No module named 'json.' 'json.'
# expect: ModuleNotFoundError No module named 'json.' 'json.'
# expect: ModuleNotFoundError No module named 'nothing' 'nothing'
# expect: ModuleNotFoundError No module named 'json.decoder.'; 'json.decoder' is not a package 'json.decoder.'
# expect: ModuleNotFoundError No module named ' json' ' json'
# expect: ModuleNotFoundError No module named 'os/path' 'os/path'
# expect: ModuleNotFoundError No module named 'json/decoder' 'json/decoder'
