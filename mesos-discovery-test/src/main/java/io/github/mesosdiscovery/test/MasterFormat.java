package io.github.mesosdiscovery.test;

import java.nio.charset.StandardCharsets;

import io.github.mesosdiscovery.proto.MasterInfo;
import io.github.mesosdiscovery.proto.MasterInfoJson;

/**
 * The three ways in which Mesos masters have published themselves in ZooKeeper.
 */
public enum MasterFormat {

	/**
	 * JSON of {@code MasterInfo} in {@code json.info_}. Since Mesos 0.24.
	 */
	JSON("json.info_") {

		@Override
		public byte[] encode(MasterInfo info) {
			return MasterInfoJson.write(info).getBytes(StandardCharsets.UTF_8);
		}

	},

	/**
	 * Protobuf of {@code MasterInfo} in {@code info_}. From Mesos 0.17 to 0.23.
	 */
	PROTOBUF("info_") {

		@Override
		public byte[] encode(MasterInfo info) {
			return info.toByteArray();
		}

	},

	/**
	 * The text of the master's libprocess address in a znode without a label. Before
	 * Mesos 0.17.
	 */
	UPID("") {

		@Override
		public byte[] encode(MasterInfo info) {
			return info.getPid().getBytes(StandardCharsets.UTF_8);
		}

	};

	private final String label;

	MasterFormat(String label) {
		this.label = label;
	}

	/**
	 * Return what stands before the sequence in the name of a znode.
	 * @return the label with its underscore, as {@code json.info_}; empty for
	 * {@link #UPID}
	 */
	public String label() {
		return this.label;
	}

	/**
	 * Return what a master writes into its znode.
	 * @param info what the master publishes; of it {@link #UPID} takes the {@code pid}
	 * alone
	 * @return the bytes
	 */
	public abstract byte[] encode(MasterInfo info);

}
