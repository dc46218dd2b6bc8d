/**
 * What trainees have done as statements of xAPI 1.0.3: appended in the transaction in which it happens, numbered when
 * somebody first asks, so that whoever reads on misses none. People are accounts without name or phone number.
 */
package org.tianbo.interop.statement;
