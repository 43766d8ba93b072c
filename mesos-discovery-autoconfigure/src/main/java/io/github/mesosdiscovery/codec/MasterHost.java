package io.github.mesosdiscovery.codec;

/**
 * Which of the published names of a master its URI is made of.
 */
public enum MasterHost {

	/**
	 * The IP address, or the host name where no address was published.
	 */
	IP,

	/**
	 * The host name, or the IP address where no name was published or the name is one
	 * that {@link java.net.URI} does not take as a host, as one with an underscore.
	 */
	HOSTNAME

}
