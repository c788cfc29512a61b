# Argine · cli
