/** Other systems to which a county has us bring things: where they are, what they share with us, whether they rest. */
package org.tianbo.interop.connection;
