# Argine · report
