/**
 * What a county's other systems are told, in the words of standards that such systems know. It listens to what features
 * publish; none needs to know of it.
 */
package org.tianbo.interop;
