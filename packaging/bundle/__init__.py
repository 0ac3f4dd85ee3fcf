"""Makes what is carried to a machine without a network. Runs in the build folder of packaging/package.sh."""
