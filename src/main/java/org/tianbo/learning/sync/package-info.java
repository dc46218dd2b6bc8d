/** What phones send back: records checked, each kept once. */
package org.tianbo.learning.sync;
