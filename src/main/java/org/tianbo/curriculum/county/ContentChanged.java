package org.tianbo.curriculum.county;

/** A county's own content is another now. */
public record ContentChanged(String county) {}
