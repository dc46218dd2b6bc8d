package org.tianbo.people;

/** A county by its id and its names. */
public record CountyView(String id, String nameZh, String nameEn) {}
