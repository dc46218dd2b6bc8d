package org.tianbo.people;

/** A village by its town's and its own name. */
public record VillageView(String town, String name) {}
