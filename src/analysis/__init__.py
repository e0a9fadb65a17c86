"""Standpoint: what an organisation has stated, since when, in which words, with what."""
