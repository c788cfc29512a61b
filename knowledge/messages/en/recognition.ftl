# Argine · recognition
