package org.tianbo.platform.table;

import java.nio.charset.Charset;

/** How a text file holds its table. */
public record TextFormat(Charset charset, char delimiter) {}
