# Argine · reading
