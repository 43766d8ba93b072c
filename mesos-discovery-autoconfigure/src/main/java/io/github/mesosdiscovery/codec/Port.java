package io.github.mesosdiscovery.codec;

/**
 * TCP ports that a master can listen on.
 */
final class Port {

	static final int MAX = 65535;

	private Port() {
	}

	static int check(String field, long port) {
		if (port < 1 || port > MAX) {
			throw new MasterDecodingException(field + " is " + port + ", expected a port from 1 to " + MAX);
		}
		return (int) port;
	}

}
