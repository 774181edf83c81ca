"""The commands and their options, as plain functions."""
