"""The views: each shows one noun of the core and only subscribes to the application layer."""
