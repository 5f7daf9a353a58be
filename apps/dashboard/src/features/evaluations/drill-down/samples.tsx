import { ArrowLeftOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { RawSamples } from '../../../shared/samples/raw-samples.js';
import { SampleInterval, type SampleIntervalProps } from './sample-interval.js';

interface SamplesProps extends SampleIntervalProps {
  onBack: () => void;
}

/** The raw samples of one interval, as they are stored. */
export function Samples({ onBack, ...shown }: SamplesProps) {
  const { t } = useTranslation();
  return (
    <>
      <Button type="link" size="small" icon={<ArrowLeftOutlined />} onClick={onBack} className="back">
        {t('samples.back')}
      </Button>
      <SampleInterval {...shown} />
      <RawSamples serverId={shown.serverId} interval={shown.interval} />
    </>
  );
}
