# Argine · seal
