package io.github.mesosdiscovery.faults;

/**
 * The packets of ZooKeeper's protocol in one direction of a connection: each begins with
 * its length.
 */
final class Packets {

	/** Size of the length in bytes. */
	static final int HEADER = 4;

	private int header;

	private int length;

	private int left;

	private int count;

	/**
	 * Take the next byte.
	 * @return whether a packet begins, of which the length is now known
	 */
	boolean begins(byte next) {
		if (this.left > 0) {
			this.left--;
			return false;
		}
		this.length = this.length << Byte.SIZE | next & 0xff;
		this.header++;
		if (this.header < HEADER) {
			return false;
		}
		this.header = 0;
		this.left = this.length;
		this.count++;
		return true;
	}

	/** The length of the current packet, without its header. */
	int length() {
		return this.length;
	}

	/** Whether the current packet is the first: the handshake. */
	boolean isHandshake() {
		return this.count == 1;
	}

}
