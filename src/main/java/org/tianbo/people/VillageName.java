package org.tianbo.people;

/** A village as people write it: its own name repeats from town to town, so the town belongs to it. */
public record VillageName(String town, String name) {}
