# Argine · plan
