"""A static-site generator for the Labor Management Partnership's resource site."""
