name = 'package'
missing_from_init = 'defined in __init__'
