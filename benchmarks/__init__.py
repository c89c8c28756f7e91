"""Measure the generator on large made-up sites, and beside other generators."""
