"""Layouts of Oasis newspapers for arnews; each folder is one."""
