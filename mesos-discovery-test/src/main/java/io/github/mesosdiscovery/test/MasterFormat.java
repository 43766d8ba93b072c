package io.github.mesosdiscovery.test;

import java.nio.charset.StandardCharsets;

import io.github.mesosdiscovery.proto.MasterInfo;
import io.github.mesosdiscovery.proto.MasterInfoJson;

/**
 * Formats of masters' znodes.
 */
public enum MasterFormat {

	/**
	 * JSON of {@code MasterInfo} in {@code json.info_<sequence>}, since Mesos 0.24.
	 */
	JSON("json.info_") {

		@Override
		public byte[] encode(MasterInfo info) {
			return MasterInfoJson.write(info).getBytes(StandardCharsets.UTF_8);
		}

	},

	/**
	 * Protobuf of {@code MasterInfo} in {@code info_<sequence>}, from Mesos 0.17 to 0.23.
	 */
	PROTOBUF("info_") {

		@Override
		public byte[] encode(MasterInfo info) {
			return info.toByteArray();
		}

	},

	/**
	 * The libprocess address of the master in a znode without a label, before Mesos 0.17.
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
	 * Return the prefix of the sequence in the name of a znode.
	 * @return the label with its underscore, for example {@code json.info_}, or an empty
	 * string for {@link #UPID}
	 */
	public String label() {
		return this.label;
	}

	/**
	 * Return the data of a znode.
	 * @param info what the master publishes. {@link #UPID} only uses the {@code pid}
	 * @return the data
	 */
	public abstract byte[] encode(MasterInfo info);

}
