"""Treatments into the services that they ask for."""
