print('counting')
n = 1
