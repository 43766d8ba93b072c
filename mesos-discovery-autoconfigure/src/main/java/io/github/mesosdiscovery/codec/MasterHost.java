package io.github.mesosdiscovery.codec;

/**
 * The host in the URI of a master.
 */
public enum MasterHost {

	/**
	 * The IP address, or the host name if no address was published.
	 */
	IP,

	/**
	 * The host name. The IP address is used instead if no host name was published, or if
	 * {@link java.net.URI} does not allow it, for example because of an underscore.
	 */
	HOSTNAME

}
